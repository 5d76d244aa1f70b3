{{ mart('statistisch_onderzoek', 'data_informatie') }}
