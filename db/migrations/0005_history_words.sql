-- the words of a notification by its id: no text is kept, only which rows have which words
CREATE VIRTUAL TABLE `notification_words` USING fts5(
	words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '3'
);
