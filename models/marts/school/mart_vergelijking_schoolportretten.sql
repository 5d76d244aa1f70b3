{{ vergelijkingsmart('schoolportretten') }}
