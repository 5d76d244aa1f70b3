-- The order is the register's.
select
    uitsplitsing,
    uitsplitsing_naam,
    categorie,
    categorie_naam,
    volgorde
from {{ waarden(
    ['uitsplitsing', 'uitsplitsing_naam', 'categorie', 'categorie_naam', 'volgorde'],
    cel_rijen('uitsplitsingen')
) }}
