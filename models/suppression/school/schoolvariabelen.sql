{{ onthulling_deel(
    'variabelen',
    ['variabele_id', 'aantal', 'onder', 'boven', 'getoond', 'doel'],
    'schoolonthulling'
) }}
