{{ mart('onderwijsmonitor', 'publiek') }}
