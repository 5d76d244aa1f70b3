{{ staging_model('ref_projectscholen') }}
