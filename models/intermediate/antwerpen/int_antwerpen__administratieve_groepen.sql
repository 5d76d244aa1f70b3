-- The list is dated: the modernisation of secundair gives codes another graad or finaliteit.
{{ geldige_groepen(
    ref('int_antwerpen__schooljaren'), ref('stg_antwerpen__ref_administratieve_groepen')
) }}
