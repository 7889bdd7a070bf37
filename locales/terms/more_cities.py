"""Cities whose clock people mean and which give no zone its name, as they are called in each language."""

MORE_CITIES = """
Europe/Sofia  Plovdiv  Пловдив  Пловдив  普罗夫迪夫
Europe/Sofia  Varna  Варна  Варна  瓦尔纳
Europe/Sofia  Burgas  Бургас  Бургас  布尔加斯
Europe/Sofia  Ruse  Русе  Русе  鲁塞
Europe/Sofia  Stara Zagora  Стара-Загора  Стара Загора  旧扎戈拉
Europe/Sofia  Pleven  Плевен  Плевен  普列文
Europe/Sofia  Bansko  Банско  Банско  班斯科
Europe/Skopje  Ohrid  Охрид  Охрид  奥赫里德
Europe/Skopje  Bitola  Битола  Битоля  比托拉
Europe/Belgrade  Novi Sad  Нови-Сад  Нови Сад  诺维萨德
Europe/Belgrade  Nis  Ниш  Ниш  尼什
Europe/Moscow  Saint Petersburg  Санкт-Петербург  Санкт Петербург  圣彼得堡
Europe/Moscow  St Petersburg  Петербург  Петербург  彼得堡
Europe/Moscow  Kazan  Казань  Казан  喀山
Europe/Moscow  Sochi  Сочи  Сочи  索契
Europe/Moscow  Nizhny Novgorod  Нижний Новгород  Нижни Новгород  下诺夫哥罗德
Europe/Moscow  Rostov-on-Don  Ростов-на-Дону  Ростов на Дон  顿河畔罗斯托夫
Europe/Moscow  Krasnodar  Краснодар  Краснодар  克拉斯诺达尔
Europe/Moscow  Voronezh  Воронеж  Воронеж  沃罗涅日
Asia/Yekaterinburg  Chelyabinsk  Челябинск  Челябинск  车里雅宾斯克
Asia/Yekaterinburg  Perm  Пермь  Перм  彼尔姆
Asia/Yekaterinburg  Ufa  Уфа  Уфа  乌法
Europe/Minsk  Brest  Брест  Брест  布列斯特
Europe/Kyiv  Odesa  Одесса  Одеса  敖德萨
Europe/Kyiv  Lviv  Львов  Лвов  利沃夫
Europe/Kyiv  Kharkiv  Харьков  Харков  哈尔科夫
Asia/Shanghai  Beijing  Пекин  Пекин  北京
Asia/Shanghai  Guangzhou  Гуанчжоу  Гуанджоу  广州
Asia/Shanghai  Shenzhen  Шэньчжэнь  Шънджън  深圳
Asia/Shanghai  Chengdu  Чэнду  Ченду  成都
Asia/Shanghai  Hangzhou  Ханчжоу  Ханджоу  杭州
Asia/Shanghai  Nanjing  Нанкин  Нанкин  南京
Asia/Shanghai  Wuhan  Ухань  Ухан  武汉
Asia/Shanghai  Tianjin  Тяньцзинь  Тиендзин  天津
Asia/Shanghai  Xi'an  Сиань  Сиан  西安
Asia/Shanghai  Suzhou  Сучжоу  Суджоу  苏州
Asia/Shanghai  Qingdao  Циндао  Циндао  青岛
Asia/Shanghai  Dalian  Далянь  Далиен  大连
Asia/Shanghai  Xiamen  Сямынь  Сямън  厦门
Asia/Shanghai  Kunming  Куньмин  Кунмин  昆明
Europe/Rome  Milan  Милан  Милано  米兰
Europe/Rome  Venice  Венеция  Венеция  威尼斯
Europe/Rome  Florence  Флоренция  Флоренция  佛罗伦萨
Europe/Rome  Naples  Неаполь  Неапол  那不勒斯
Europe/Rome  Turin  Турин  Торино  都灵
Europe/Rome  Bologna  Болонья  Болоня  博洛尼亚
Europe/Madrid  Barcelona  Барселона  Барселона  巴塞罗那
Europe/Madrid  Valencia  Валенсия  Валенсия  瓦伦西亚
Europe/Madrid  Seville  Севилья  Севиля  塞维利亚
Europe/Madrid  Malaga  Малага  Малага  马拉加
Europe/Berlin  Munich  Мюнхен  Мюнхен  慕尼黑
Europe/Berlin  Frankfurt  Франкфурт  Франкфурт  法兰克福
Europe/Berlin  Hamburg  Гамбург  Хамбург  汉堡
Europe/Berlin  Cologne  Кёльн  Кьолн  科隆
Europe/Berlin  Dusseldorf  Дюссельдорф  Дюселдорф  杜塞尔多夫
Europe/Berlin  Stuttgart  Штутгарт  Щутгарт  斯图加特
Europe/Paris  Nice  Ницца  Ница  尼斯
Europe/Paris  Lyon  Лион  Лион  里昂
Europe/Paris  Marseille  Марсель  Марсилия  马赛
Europe/London  Manchester  Манчестер  Манчестър  曼彻斯特
Europe/London  Birmingham  Бирмингем  Бирмингам  伯明翰
Europe/London  Edinburgh  Эдинбург  Единбург  爱丁堡
Europe/Zurich  Geneva  Женева  Женева  日内瓦
Europe/Vienna  Salzburg  Зальцбург  Залцбург  萨尔茨堡
Europe/Warsaw  Krakow  Краков  Краков  克拉科夫
Europe/Athens  Thessaloniki  Салоники  Солун  塞萨洛尼基
Europe/Istanbul  Ankara  Анкара  Анкара  安卡拉
Europe/Istanbul  Antalya  Анталья  Анталия  安塔利亚
Europe/Istanbul  Izmir  Измир  Измир  伊兹密尔
Asia/Jerusalem  Haifa  Хайфа  Хайфа  海法
Asia/Dubai  Abu Dhabi  Абу-Даби  Абу Даби  阿布扎比
Asia/Kolkata  Delhi  Дели  Делхи  德里
Asia/Kolkata  Mumbai  Мумбаи  Мумбай  孟买
Asia/Tokyo  Osaka  Осака  Осака  大阪
Asia/Tokyo  Kyoto  Киото  Киото  京都
Asia/Almaty  Astana  Астана  Астана  阿斯塔纳
America/New_York  Washington  Вашингтон  Вашингтон  华盛顿
America/New_York  Boston  Бостон  Бостън  波士顿
America/New_York  Miami  Майами  Маями  迈阿密
America/New_York  Philadelphia  Филадельфия  Филаделфия  费城
America/New_York  Atlanta  Атланта  Атланта  亚特兰大
America/Chicago  Houston  Хьюстон  Хюстън  休斯敦
America/Chicago  Dallas  Даллас  Далас  达拉斯
America/Los_Angeles  San Francisco  Сан-Франциско  Сан Франциско  旧金山
America/Los_Angeles  Seattle  Сиэтл  Сиатъл  西雅图
America/Los_Angeles  Las Vegas  Лас-Вегас  Лас Вегас  拉斯维加斯
America/Sao_Paulo  Rio de Janeiro  Рио-де-Жанейро  Рио де Жанейро  里约热内卢
"""
"""A zone, and the city in English, Russian, Bulgarian and Chinese; two spaces lie between them."""


def more_cities() -> dict[str, str]:
    """The zone of each, by its names."""
    rows = (line.split("  ") for line in MORE_CITIES.strip().split("\n"))
    return {name: zone for zone, *names in rows for name in names}
