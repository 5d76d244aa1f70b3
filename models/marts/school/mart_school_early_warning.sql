{{ schoolmart('early_warning') }}
