{{ staging_model('deel_11a') }}
