-- The list is dated: the modernisation of secundair gives codes another graad or finaliteit.
{{ geldige_groepen(ref('int_gent__schooljaren'), ref('stg_gent__ref_administratieve_groepen')) }}
