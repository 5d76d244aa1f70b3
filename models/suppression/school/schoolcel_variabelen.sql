{{ onthulling_deel('cel_variabelen', ['cel_id', 'variabele_id'], 'schoolonthulling') }}
