import { anyOf } from './any-of.ts';

// In the languages of the interface and a few more: ours, from general knowledge of what mail programs and mailing services write.

/** What machines say of themselves. Scanners for viruses say under letters that they did their work automatically: not meant. */
export const byMachine = anyOf([
  String.raw`\bthis (?:is an?|e-?mail (?:is|was)(?: an?)?|message (?:is|was)(?: an?)?|mail (?:is|was)(?: an?)?) (?:automated|automatic |auto-?gen|system[- ]gen|automatically (?:sent|generated|created))`,
  '(?:has been|was) (?:automatically (?:sent|generated|created)|(?:sent|generated|created) automatically)',
  'dies ist eine automatisch',
  'automatisch (?:generiert|erstellt|erzeugt|versen|versandt|verschickt)',
  '(?:message|courriel|e-?mail|mail)(?: est| a été)? (?:automatique(?!ment)|(?:envoyé|généré) automatiquement)',
  'este (?:es un |é um )?(?:mensaje|correo|e-?mail)[^.]{0,20} automático',
  String.raw`esta (?:é uma )?mensagem[^.]{0,20} automática\b`,
  '(?:generad|enviad|gerad)[oa] (?:automáticamente|automaticamente|de forma automática)',
  'questo è un messaggio automatico|(?:generat|inviat)[oa] automaticamente',
  'automaticky (?:vy)?(?:generov|vytvoř|odesl)',
  '(?:vygenerován|vytvořen|odeslán)[ao]? automaticky',
  'automatisch (?:verstuurd|verzonden|gegenereerd|aangemaakt)',
  '自動(?:的に)?(?:送信|配信|返信|生成)(?:され|して|です|メール)|送信専用|wygenerowan[aey] automatycznie|系统自动(?:发|生)',
  'هذه رسالة (?:تلقائية|آلية)|(?:إرسال|إنشاء) هذه الرسالة تلقائي',
]);

/** That nobody reads an answer. */
export const noAnswer = anyOf([
  "(?:do not|don't|cannot|can not) (?:reply|respond) to (?:this|the) (?:e-?mail|message|mail)",
  '(?:mailbox|address|inbox) is not (?:monitored|read|attended)',
  '(?:antworten sie (?:bitte )?nicht|bitte nicht) auf diese (?:e-?mail|nachricht|mail)',
  'nicht auf diese (?:e-?mail|nachricht|mail) (?:zu )?antworten',
  'ne (?:pas répondre|répondez pas) à ce|no responda a este (?:correo|mensaje|e-?mail)',
  'não responda a? ?est[ea]|non rispond(?:ere|a|ete) a quest|neodpovídejte na t',
  'niet (?:te )?(?:be)?antwoorden op|(?:ご)?返信(?:しない|なさらない|いただいても|はできません|には?お答え)',
  'لا ترد على هذ|عدم الرد على هذ',
]);

/** That somebody is not there. */
export const away = anyOf([
  'out of (?:the )?office|away from (?:the|my) (?:office|desk)',
  'on (?:annual |parental |maternity |sick )?(?:leave|vacation|holiday)',
  String.raw`nicht im (?:haus|büro)|im urlaub|abwesend|außer haus|absente? (?:du bureau|jusqu|du \d)`,
  'en congés?|fuera de (?:la )?oficina|de vacaciones|estaré ausente|estou ausente|de férias',
  'fora do escritório|fuori (?:sede|ufficio)|in ferie|afwezig|met vakantie|mimo kancelář',
  'na dovolené|nieobecn|不在|休暇|休业|休假|إجازة|خارج المكتب',
]);

/** With which automatic answers begin, whatever they answer. */
export const thanksForTheMail = anyOf([
  '(?:thank you|thanks) for (?:your|the) (?:e-?mail|message|mail|enquiry|inquiry)',
  '(?:danke|dank) für (?:ihre|deine|die) (?:nachricht|e-?mail|mail|anfrage)',
  'merci (?:de|pour) votre (?:message|mail|courriel|e-?mail)',
  'gracias por (?:su|tu|el|contactar)|obrigad[oa] (?:pelo|pela|por)',
  "grazie per (?:il|la|l'|aver)|bedankt voor (?:uw|je|het)|děkuj(?:i|eme) za",
  'dziękuj[eę](?:my)? za|ご連絡(?:いただき|をいただき)?|メールを(?:いただき|拝受)|お問い合わせ(?:いただき|ありがとう)|شكر',
]);

/** Said to everybody on a list, and by nobody to one person. */
export const toSubscribers = anyOf([
  "you(?:'re| are) receiving this (?:e-?mail|message|newsletter|because)",
  'you received this (?:e-?mail|message) because',
  'sie erhalten diese (?:e-?mail|nachricht|mail),? (?:weil|da)',
  'vous recevez ce(?:t|tte)? (?:message|courriel|e-?mail|mail|lettre) (?:car|parce)',
  'recib(?:e|es|ió|iste) este (?:correo|mensaje|e-?mail) porque',
  '(?:recebeu|recebe|está (?:a receber|recebendo)) est[ea] (?:e-?mail|mensagem) porque',
  'ricev(?:e|i|uto) quest[ao] (?:e-?mail|messaggio) perch',
  '(?:u|je) ontvangt deze (?:e-?mail|nieuwsbrief)',
  'tento e-?mail (?:jste|vám) [^.]{0,30}protože|このメールは[^。]{0,40}(?:登録|購読|配信して)',
  'تلقيت هذه الرسالة لأن|_{20} [^_]{0,80}mailing list',
]);

/** In addresses of links that strike off a list. */
export const unsubscribingAddress = anyOf([
  String.raw`(?:un|de)-?subscri|^mailto:[^?]*-(?:leave|unsubscribe|off)@|\bunsub\b|opt-?out|abmeld`,
  'abbestell|desabonn|desinscri|darse-?de-?baja|cancelar-?suscripcion|descadastr',
  String.raw`list-manage\.com|email-?preferences`,
]);

/** Beside links that strike off a list. */
export const unsubscribingWords = anyOf([
  'unsubscribe|opt out|abmelden|abbestellen|austragen|se désabonner|désabonnement',
  'se désinscrire|désinscription|ne plus recevoir|darse de baja',
  'cancelar (?:la |tu |su )?suscripción|no (?:desea|quiere)s? recibir|descadastrar',
  '(?:cancelar|anular) (?:a )?(?:subscrição|inscrição)',
  "não (?:quer|deseja) (?:mais )?receber|disiscri|annulla (?:l')?iscrizione",
  'cancella(?:ti|zione)|afmelden|uitschrijven|odhlásit|wypisz|avregistrera|afmeld',
  '配信(?:停止|解除)|(?:購読|登録)解除|退订|取消订阅|إلغاء (?:الاشتراك|اشتراك)',
]);

/** Newsletters let their readers choose; a tool for sales people only lets them out. */
export const preferences = anyOf([
  'preferences|einstellungen|préférences|preferencias|preferências|preferenze|voorkeuren',
  String.raw`předvolb|(?:in|im|en el|dans (?:le|votre)|no|nel) (?:browser|navega\w{2,4}|navigateur)`,
  '配信設定|ブラウザ|التفضيلات|المتصفح',
]);
