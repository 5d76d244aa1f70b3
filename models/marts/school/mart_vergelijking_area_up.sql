{{ vergelijkingsmart('area_up') }}
