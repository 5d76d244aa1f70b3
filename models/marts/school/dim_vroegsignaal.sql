-- The model card's aggregates, for whoever is shown its groups.
select
    onderdeel,
    kenmerk,
    categorie,
    maat,
    waarde,
    tekst
from {{ ref('int_antwerpen__vroegsignaal_model') }}
