{{ staging_model('ref_statsectoren') }}
