{{ staging_model('leerlingen_0102') }}
