{{ onthulling_deel('insiders', ['insider_id', 'variabele_id'], 'schoolonthulling') }}
