-- vfqvh8r46cjkafn9mzw2gn61zg.saWxzHlyFK7W2_4r7GR_Ip63qD-wA_Cb5JDHw3R4Y7o
CREATE TABLE meta ( only INTEGER PRIMARY KEY CHECK (only = 1), schema INTEGER NOT NULL, workspace TEXT NOT NULL, name TEXT NOT NULL, slug TEXT NOT NULL, key TEXT NOT NULL, policy TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, created_at INTEGER NOT NULL )
CREATE TABLE rec ( id TEXT PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL UNIQUE, gone INTEGER NOT NULL, steward TEXT, touch TEXT, data TEXT NOT NULL ) WITHOUT ROWID
CREATE INDEX rec_steward ON rec (steward) WHERE steward IS NOT NULL
CREATE INDEX rec_touch ON rec (touch) WHERE touch IS NOT NULL
CREATE TABLE member ( id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL, manager TEXT, department TEXT, view INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE device ( id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, member TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, nonce TEXT, epoch INTEGER NOT NULL, last TEXT, operations INTEGER NOT NULL, joined_at INTEGER NOT NULL, seen_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE invitation ( id TEXT PRIMARY KEY, secret TEXT NOT NULL UNIQUE, member TEXT NOT NULL, state TEXT NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE applied ( device TEXT NOT NULL, position INTEGER NOT NULL, outcomes TEXT NOT NULL, PRIMARY KEY (device, position) ) WITHOUT ROWID
CREATE TABLE touch_key ( key TEXT NOT NULL, touch TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, touch) ) WITHOUT ROWID
CREATE TABLE touch_apart ( one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other) ) WITHOUT ROWID
CREATE TABLE touch_withheld ( key TEXT NOT NULL, at INTEGER NOT NULL, strong TEXT, PRIMARY KEY (key, at) ) WITHOUT ROWID
CREATE TABLE ticket ( secret TEXT PRIMARY KEY, device TEXT NOT NULL, epoch INTEGER NOT NULL, expires_at INTEGER NOT NULL ) WITHOUT ROWID
CREATE TABLE quarantine ( device TEXT NOT NULL, operation TEXT NOT NULL, member TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (device, operation) ) WITHOUT ROWID
CREATE TABLE audit ( number INTEGER PRIMARY KEY, at INTEGER NOT NULL, member TEXT, device TEXT, action TEXT NOT NULL, subject TEXT, before TEXT, after TEXT )
CREATE TABLE merge_link ( pair TEXT PRIMARY KEY, kind TEXT NOT NULL, keep TEXT NOT NULL, other TEXT NOT NULL, number INTEGER NOT NULL UNIQUE ) WITHOUT ROWID
CREATE INDEX merge_link_keep ON merge_link (keep)
CREATE INDEX merge_link_other ON merge_link (other)
CREATE TABLE person_email ( email TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (email, person) ) WITHOUT ROWID
CREATE TABLE yield ( day INTEGER NOT NULL, device TEXT NOT NULL, reader TEXT NOT NULL, version INTEGER NOT NULL, seen INTEGER NOT NULL, read INTEGER NOT NULL, partly INTEGER NOT NULL, refused INTEGER NOT NULL, opened INTEGER NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (day, device, reader, version) ) WITHOUT ROWID
INSERT INTO meta VALUES (1, 3, 'vfqvh8r46cjkafn9mzw2gn61zg', 'Tidewater Tools', 'tidewater', 'tj6BO7dQeKi2Gh0BebA2AstsHLTZk4KuM8GS_c5hL8M', 'w08xv7m4zz3wncvkm0318jexc8', 1, 20, 1795327113352)
INSERT INTO rec VALUES ('20bb7t350w1hta20191zqkyd8c', 'member', 3, 0, null, null, '{"fact":{"name":"Vera Novak","role":"admin","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('83v6szkwyhnmemn4bss23bz99c', 'touch', 15, 0, null, 't05zdj38ccb4keb0ww0tvd44dr', '{"fact":{"channel":"email","direction":"in","at":1795348801000,"precision":"minute","subject":"Offer 1042","people":[],"accounts":[],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":null},"decided":{"link":"t05zdj38ccb4keb0ww0tvd44dr","witness":"96pk4nzzq6m440srxg8yf92ka4","withdrawn":false}}')
INSERT INTO rec VALUES ('96pk4nzzq6m440srxg8yf92ka4', 'member', 7, 0, null, null, '{"fact":{"name":"Amira Haddad","role":"rep","status":"active","manager":null,"department":null}}')
INSERT INTO rec VALUES ('app4xm2tqzzk4a3vhhbzysfchm', 'person', 9, 0, null, null, '{"fields":{"name":{"value":"Ines Gull","stamp":"01a201d5b8ca-0000-test","rank":"page"}},"sets":{"emails":{"ines@gull.example":["01a201d5b8ca-0000-test"]}},"decided":{}}')
INSERT INTO rec VALUES ('cv4ddzyxezgvtqw2kh1eystwbm', 'account', 19, 0, null, null, '{"fields":{"name":{"value":"Gull & Daughters","stamp":"01a201d5b8ca-0000-test","rank":"page"}},"sets":{"domains":{"gull.example":["01a201d5b8ca-0000-test"]}},"decided":{"steward":null,"stewardSince":1795327113471,"stewardWhy":"departure","capturedBy":"pdt9j1r0qfnr78vetqpe3v2ak0"}}')
INSERT INTO rec VALUES ('hfpymnn7dyasn4b9p3vjad9bw5', 'pair', 13, 0, null, null, '{"fact":{"of":"person","keep":"app4xm2tqzzk4a3vhhbzysfchm","other":"qx0cxg3naw2fq0rgbt76vq3w5w","verdict":"same","reasons":["same-email"],"automatic":true,"by":"pdt9j1r0qfnr78vetqpe3v2ak0","at":1795327113418,"number":1}}')
INSERT INTO rec VALUES ('pdt9j1r0qfnr78vetqpe3v2ak0', 'member', 18, 0, null, null, '{"fact":{"name":"Jonas Weber","role":"rep","status":"departed","manager":null,"department":null}}')
INSERT INTO rec VALUES ('qx0cxg3naw2fq0rgbt76vq3w5w', 'person', 12, 0, null, null, '{"fields":{"name":{"value":"I. Gull","stamp":"01a201d5b8ca-0000-test","rank":"page"}},"sets":{"emails":{"ines@gull.example":["01a201d5b8ca-0000-test"]}},"decided":{}}')
INSERT INTO rec VALUES ('t05zdj38ccb4keb0ww0tvd44dr', 'touch', 10, 0, null, null, '{"fact":{"channel":"email","direction":"in","at":1795348800000,"precision":"minute","subject":"Offer 1042","people":[{"person":"app4xm2tqzzk4a3vhhbzysfchm","role":"from"}],"accounts":["cv4ddzyxezgvtqw2kh1eystwbm"],"ours":[],"strong":"messageone000000000000000000000000000000000","weak":"envelope00000000000000000000000000000000000"},"decided":{"link":null,"witness":"pdt9j1r0qfnr78vetqpe3v2ak0","withdrawn":false}}')
INSERT INTO rec VALUES ('w08xv7m4zz3wncvkm0318jexc8', 'policy', 1, 0, null, null, '{"fact":{"ownDomains":["tidewater.test"],"never":{"addresses":[],"domains":[],"sites":[]},"freemail":{"also":[],"not":[]},"keepSubject":true,"keepPath":false}}')
INSERT INTO rec VALUES ('ws91ryeq69rzgmg0sj8cn8ffk4', 'touch', 17, 1, null, null, '{}')
INSERT INTO rec VALUES ('xwd3b71920aw3hvhhbfytmcjk8', 'sighting', 11, 0, null, 't05zdj38ccb4keb0ww0tvd44dr', '{"fact":{"subject":{"kind":"person","id":"app4xm2tqzzk4a3vhhbzysfchm"},"touch":"t05zdj38ccb4keb0ww0tvd44dr","source":{"origin":"https://mail.tidewater.test","title":null,"path":null},"seenAt":1795348800000,"reader":{"id":"roundcube","version":1},"read":{"name":"Ines Gull","emails":["ines@gull.example"]},"sure":0.9},"decided":{"witness":"pdt9j1r0qfnr78vetqpe3v2ak0"}}')
INSERT INTO rec VALUES ('xxpy430jte3shecbe8mhdw7sp8', 'member', 20, 0, null, null, '{"fact":{"name":"Nils Deputy","role":"admin","status":"invited","manager":null,"department":null}}')
INSERT INTO member VALUES ('20bb7t350w1hta20191zqkyd8c', 'vera.novak@tidewater.test', 'Vera Novak', 'admin', 'active', null, null, 1)
INSERT INTO member VALUES ('96pk4nzzq6m440srxg8yf92ka4', 'amira.haddad@tidewater.test', 'Amira Haddad', 'rep', 'active', null, null, 1)
INSERT INTO member VALUES ('pdt9j1r0qfnr78vetqpe3v2ak0', 'jonas.weber@tidewater.test', 'Jonas Weber', 'rep', 'departed', null, null, 1)
INSERT INTO member VALUES ('xxpy430jte3shecbe8mhdw7sp8', 'nils.deputy@tidewater.test', 'Nils Deputy', 'admin', 'invited', null, null, 1)
INSERT INTO device VALUES ('3h7z72w2ksawnqn9h3jdngsp8r', '9e3738dc7728e710ee056a3c7dc07c9c80d76a3ff86fdc08bc43d8fb6e727c05', '96pk4nzzq6m440srxg8yf92ka4', 'Laptop', 'active', null, null, 1, 'h19cxg65h1r4z0v3qxp8h6r9pw', 3, 1795327113408, 1795327113458)
INSERT INTO device VALUES ('d1abkc086m7nrmsmv35ftmjbnr', 'db303bc9f3c8ffcca046df529698ece4297a1f4692da30e1e58999a3b1c2f9b1', '20bb7t350w1hta20191zqkyd8c', 'Laptop', 'active', null, null, 1, null, 0, 1795327113382, 1795327113382)
INSERT INTO device VALUES ('qdt2m7sher92jevqm613tepxtr', '8b3b76e67769c334db89fe230e77da03d71e6d7bdc4fa0d14f5e1d4dd8814acb', 'pdt9j1r0qfnr78vetqpe3v2ak0', 'Laptop', 'revoked', 'departed', 'b1L61Rer-8EDJD1hmlQSpw', 2, 'rj0g377js8ftnk4y2741k4jzgm', 3, 1795327113395, 1795327113418)
INSERT INTO invitation VALUES ('1x4r08sws4w2g81ttzwf4xk7tm', '3c507cee8cd49ba81e96ab66bb96b467256829cb26f0ab09d68a9586f238a5fc', '96pk4nzzq6m440srxg8yf92ka4', 'used', 1795931913400)
INSERT INTO invitation VALUES ('j219vwpps0wh9ed7vcqr4847s0', '64a853834e7e92f934343ec233c1f29def0fd18b38fd3db57c6b729178e74943', 'xxpy430jte3shecbe8mhdw7sp8', 'open', 1795931913494)
INSERT INTO invitation VALUES ('sns4rqn4hh55c81pzs5rfak1qc', '66ddb6a083affe2ef1c40428c1c96f469a3ed47f7a069d933c1dd34d701487b7', 'pdt9j1r0qfnr78vetqpe3v2ak0', 'used', 1795931913387)
INSERT INTO invitation VALUES ('zvxfa6ab8yr1nb0aacndx4cm18', 'bca81cb1f6e332b436a08ee13d35ef28f1fb6245afd41bfd686e2ef48864c2ab', '20bb7t350w1hta20191zqkyd8c', 'used', 1795931913352)
INSERT INTO applied VALUES ('3h7z72w2ksawnqn9h3jdngsp8r', 1, '[{"id":"5tvtvprtvmzyk56b39he4w76s4","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('3h7z72w2ksawnqn9h3jdngsp8r', 2, '[{"id":"r9e4y8dsq4wzzbf5e8436w0snc","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('3h7z72w2ksawnqn9h3jdngsp8r', 3, '[{"id":"h19cxg65h1r4z0v3qxp8h6r9pw","outcome":{"kind":"applied"}}]')
INSERT INTO applied VALUES ('qdt2m7sher92jevqm613tepxtr', 3, '[{"id":"1w17pn9hxzhc5ykd36xjkcj7e4","outcome":{"kind":"applied"}},{"id":"97cazayh3b9zw7486t7bwaf8jm","outcome":{"kind":"applied"}},{"id":"rj0g377js8ftnk4y2741k4jzgm","outcome":{"kind":"rejected","reason":"bad-value"}}]')
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', '83v6szkwyhnmemn4bss23bz99c', 1795348801000)
INSERT INTO touch_key VALUES ('smessageone000000000000000000000000000000000', 't05zdj38ccb4keb0ww0tvd44dr', 1795348800000)
INSERT INTO touch_key VALUES ('wenvelope00000000000000000000000000000000000', 't05zdj38ccb4keb0ww0tvd44dr', 1795348800000)
INSERT INTO touch_withheld VALUES ('sprivate000000000000000000000000000000000000', 0, 'private000000000000000000000000000000000000')
INSERT INTO ticket VALUES ('7d5028efd2535b7986c5cc255a71263ae8072b35fc477fb2685822f61c2c38fb', '3h7z72w2ksawnqn9h3jdngsp8r', 1, 1795327143491)
INSERT INTO quarantine VALUES ('qdt2m7sher92jevqm613tepxtr', 'b5kcw7a8vq429f6xs0478bf4zr', 'pdt9j1r0qfnr78vetqpe3v2ak0', 1795327113484, '{"type":"write","id":"b5kcw7a8vq429f6xs0478bf4zr","stamp":"01a20320a200-0000-test","changes":[{"on":"person","id":"vat4w6f3vgm04tkscds0r7sf00","rank":"page","set":{"name":"Ines Gull"}}]}')
INSERT INTO audit VALUES (1, 1795327113352, null, null, 'create-workspace', 'vfqvh8r46cjkafn9mzw2gn61zg', null, '{"name":"Tidewater Tools","slug":"tidewater"}')
INSERT INTO audit VALUES (2, 1795327113382, '20bb7t350w1hta20191zqkyd8c', 'd1abkc086m7nrmsmv35ftmjbnr', 'join', 'd1abkc086m7nrmsmv35ftmjbnr', null, null)
INSERT INTO audit VALUES (3, 1795327113387, '20bb7t350w1hta20191zqkyd8c', 'd1abkc086m7nrmsmv35ftmjbnr', 'invite', 'pdt9j1r0qfnr78vetqpe3v2ak0', null, '{"invitation":"sns4rqn4hh55c81pzs5rfak1qc","role":"rep"}')
INSERT INTO audit VALUES (4, 1795327113395, 'pdt9j1r0qfnr78vetqpe3v2ak0', 'qdt2m7sher92jevqm613tepxtr', 'join', 'qdt2m7sher92jevqm613tepxtr', null, null)
INSERT INTO audit VALUES (5, 1795327113400, '20bb7t350w1hta20191zqkyd8c', 'd1abkc086m7nrmsmv35ftmjbnr', 'invite', '96pk4nzzq6m440srxg8yf92ka4', null, '{"invitation":"1x4r08sws4w2g81ttzwf4xk7tm","role":"rep"}')
INSERT INTO audit VALUES (6, 1795327113408, '96pk4nzzq6m440srxg8yf92ka4', '3h7z72w2ksawnqn9h3jdngsp8r', 'join', '3h7z72w2ksawnqn9h3jdngsp8r', null, null)
INSERT INTO audit VALUES (7, 1795327113418, 'pdt9j1r0qfnr78vetqpe3v2ak0', 'qdt2m7sher92jevqm613tepxtr', 'merge-records', 'hfpymnn7dyasn4b9p3vjad9bw5', 'null', '{"of":"person","keep":"app4xm2tqzzk4a3vhhbzysfchm","other":"qx0cxg3naw2fq0rgbt76vq3w5w","verdict":"same","reasons":["same-email"],"automatic":true,"by":"pdt9j1r0qfnr78vetqpe3v2ak0","at":1795327113418,"number":1}')
INSERT INTO audit VALUES (8, 1795327113458, '96pk4nzzq6m440srxg8yf92ka4', '3h7z72w2ksawnqn9h3jdngsp8r', 'withdraw-touch', 'ws91ryeq69rzgmg0sj8cn8ffk4', null, '{"erased":true}')
INSERT INTO audit VALUES (9, 1795327113471, '20bb7t350w1hta20191zqkyd8c', 'd1abkc086m7nrmsmv35ftmjbnr', 'depart', 'pdt9j1r0qfnr78vetqpe3v2ak0', '{"status":"active"}', '{"status":"departed","successor":null,"accounts":1,"reports":[]}')
INSERT INTO audit VALUES (10, 1795327113471, '20bb7t350w1hta20191zqkyd8c', 'd1abkc086m7nrmsmv35ftmjbnr', 'depart-accounts', 'pdt9j1r0qfnr78vetqpe3v2ak0', '["cv4ddzyxezgvtqw2kh1eystwbm"]', '{"successor":null}')
INSERT INTO audit VALUES (11, 1795327113484, 'pdt9j1r0qfnr78vetqpe3v2ak0', 'qdt2m7sher92jevqm613tepxtr', 'hand-in', 'qdt2m7sher92jevqm613tepxtr', null, '{"operations":1}')
INSERT INTO audit VALUES (12, 1795327113494, '20bb7t350w1hta20191zqkyd8c', 'd1abkc086m7nrmsmv35ftmjbnr', 'invite', 'xxpy430jte3shecbe8mhdw7sp8', null, '{"invitation":"j219vwpps0wh9ed7vcqr4847s0","role":"admin"}')
INSERT INTO merge_link VALUES ('hfpymnn7dyasn4b9p3vjad9bw5', 'person', 'app4xm2tqzzk4a3vhhbzysfchm', 'qx0cxg3naw2fq0rgbt76vq3w5w', 1)
INSERT INTO person_email VALUES ('ines@gull.example', 'app4xm2tqzzk4a3vhhbzysfchm')
INSERT INTO person_email VALUES ('ines@gull.example', 'qx0cxg3naw2fq0rgbt76vq3w5w')
INSERT INTO yield VALUES (20779, 'qdt2m7sher92jevqm613tepxtr', 'roundcube', 1, 10, 9, 1, 0, 2, 1)
