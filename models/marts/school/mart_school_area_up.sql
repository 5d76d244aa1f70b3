{{ schoolmart('area_up') }}
