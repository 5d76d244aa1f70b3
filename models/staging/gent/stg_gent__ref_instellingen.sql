{{ staging_model('ref_instellingen') }}
