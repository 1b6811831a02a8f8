-- In which folder of which machine a print file or a certificate was written: the command line may write it elsewhere than
-- where the desk looks, and the desk then says where it is instead of leading to nothing.

alter table letters.print_file add column written_in text;
alter table letters.certificate add column written_in text;
