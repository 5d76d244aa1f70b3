-- Why a cell is hidden: vault only, it would help an attacker.
{{ onthulling_deel('redenen', ['cel_id', 'reden']) }}
