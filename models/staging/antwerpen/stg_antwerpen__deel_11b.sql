{{ staging_model('deel_11b') }}
