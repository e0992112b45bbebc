-- A call's row goes with the log; what its visitor thought of it names nobody and stays to be counted.
alter table switchboard.ratings drop constraint ratings_call_id_fkey;
