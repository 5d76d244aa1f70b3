{{ staging_model('ref_vestigingsplaatsen') }}
