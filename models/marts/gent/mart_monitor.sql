{{ mart('monitor', 'publiek') }}
