{{ staging_model('ref_administratieve_groepen') }}
