{{ onthulling_deel(
    'vergelijkingen',
    ['vergelijking_id', 'variabele_id', 'coefficient'],
    'schoolonthulling'
) }}
