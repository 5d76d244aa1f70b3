{{ onthulling_deel('getuigen', ['getuige_id', 'variabele_id', 'delta'], 'schoolonthulling') }}
