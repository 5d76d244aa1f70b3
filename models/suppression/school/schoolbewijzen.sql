{{ onthulling_deel(
    'bewijzen',
    ['variabele_id', 'richting', 'grens', 'getuige_id'],
    'schoolonthulling'
) }}
