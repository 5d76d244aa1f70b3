{{ staging_model('leerlingen_3006') }}
