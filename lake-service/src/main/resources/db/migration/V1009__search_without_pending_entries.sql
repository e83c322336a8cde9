-- what is inserted is in the index at once: whoever searches would otherwise read through all that waits to be put there
ALTER INDEX dataset_version_terms SET (fastupdate = off);
ALTER INDEX dataset_newest_terms SET (fastupdate = off);
SELECT gin_clean_pending_list('dataset_version_terms'), gin_clean_pending_list('dataset_newest_terms');
