{{ mart('area_up', 'beleid') }}
