{{ onthulling_deel('redenen', ['cel_id', 'reden'], 'schoolonthulling') }}
