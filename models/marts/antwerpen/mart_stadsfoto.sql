{{ mart('stadsfoto', 'beleid') }}
