{{ schoolmart('schoolportretten') }}
