-- Mail leaves in the language of the pages where it was asked for. What was asked before, or is by the release before, is Dutch.

alter table portal.subscription
  add column language text not null default 'nl' check (language in ('nl', 'fr', 'de', 'en'));
