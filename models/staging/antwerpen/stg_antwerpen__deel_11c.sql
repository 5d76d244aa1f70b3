{{ staging_model('deel_11c') }}
