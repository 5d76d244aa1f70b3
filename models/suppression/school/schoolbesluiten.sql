{{ onthulling_deel('besluiten', ['cel_id', 'status', 'band'], 'schoolonthulling') }}
