"""Names by where a family's roots are, with the languages spoken at home."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """`share` is how many in a hundred of the town have these roots."""

    share: int
    languages: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


def origin(share: int, languages: str, women: str, men: str, families: str) -> Origin:
    return Origin(
        share,
        tuple(languages.split()),
        tuple(women.split()),
        tuple(men.split()),
        tuple(families.split()),
    )


ORIGINS: tuple[Origin, ...] = (
    origin(
        38,
        "en",
        "Alice Amy Barbara Beth Brenda Carol Charlotte Christine Claire Daisy Deborah Diane Donna"
        " Dorothy Eileen Ellie Emily Emma Gemma Georgia Hannah Harriet Heather Helen Holly Isabel"
        " Jackie Janet Jean Jess Jill Joan Joanne Josie Judith Julie Karen Kate Kelly Kirsty Laura"
        " Lauren Linda Lisa Lorraine Lucy Lynn Maggie Margaret Marion Maureen Molly Natalie Pam"
        " Pat Phoebe Rachel Rebecca Rosie Ruth Sally Sandra Sarah Sharon Sheila Sophie Stella"
        " Susan Tina Tracy Vicky Wendy Zoe",
        "Adam Alan Alfie Andrew Barry Brian Callum Charlie Chris Colin Connor Craig Daniel Darren"
        " Dave Dennis Derek Edward Frank Gary Geoff George Graham Harry Ian Jack James Jason Joe"
        " Jordan Josh Keith Ken Kieran Kyle Lee Lewis Liam Luke Malcolm Mark Martin Matt Michael"
        " Mick Nathan Neil Nigel Oliver Paul Peter Phil Ray Richard Rob Roger Roy Ryan Sam Scott"
        " Sean Simon Stephen Stuart Terry Thomas Tim Tony Trevor Wayne Will",
        "Abbott Archer Ashworth Atkins Barker Barlow Barnes Bennett Booth Bradley Brook Burton"
        " Carter Chapman Clarke Cooper Cross Dawson Dixon Fisher Fletcher Foster Fox Gibson Gill"
        " Gregory Hall Hargreaves Harper Hartley Hawkins Hayes Holmes Holt Hunt Kershaw Lamb Lawson"
        " Marsh Mason Mills Moss Naylor Norton Palmer Parkin Pearson Pickering Platt Porter Pratt"
        " Read Rigby Rowe Sharp Shaw Slater Spencer Stone Sutton Talbot Thorpe Turner Walker Ward"
        " Webb West Whitaker Wood Yates",
    ),
    origin(
        11,
        "en cy",
        "Angharad Bethan Bronwen Carys Catrin Ceri Delyth Eirlys Elin Eleri Ffion Glenys Gwen"
        " Heledd Lowri Mair Mari Megan Menna Nerys Nia Rhian Rhiannon Sian Siwan",
        "Aled Alun Arwel Bryn Dafydd Dewi Dylan Emrys Emyr Gareth Geraint Gethin Gwilym Huw Idris"
        " Ieuan Ifan Iwan Llew Llyr Meirion Owain Rhodri Siôn Tomos",
        "Bevan Bowen Davies Edwards Ellis Evans Griffiths Gwynne Howell Hughes James Jenkins Jones"
        " Lewis Lloyd Morgan Morris Owen Parry Powell Price Pritchard Pugh Rees Roberts Rowlands"
        " Thomas Vaughan Williams",
    ),
    origin(
        9,
        "en ur pa",
        "Aaliyah Aisha Asma Bushra Farah Fozia Hina Iqra Mariam Nadia Nasreen Naz Rabia Rukhsana"
        " Saima Samina Sana Shabnam Shazia Sumaira Tahira Uzma Yasmin Zahra Zara",
        "Adeel Ahsan Asif Bilal Fahad Faisal Haroon Hassan Imran Irfan Javed Kamran Kashif Nadeem"
        " Naveed Omar Qasim Rashid Saqib Shahid Tariq Usman Waqas Yusuf Zubair",
        "Ahmed Akhtar Ali Anwar Ashraf Aziz Bashir Butt Chaudhry Hussain Iqbal Javed Khan Mahmood"
        " Malik Mirza Mughal Nawaz Qureshi Rafiq Raja Sadiq Shah Sheikh Siddiqui",
    ),
    origin(
        6,
        "en hi gu pa",
        "Amrit Anita Anjali Asha Bhavna Deepa Gurpreet Harpreet Hema Jasleen Jaspreet Kavita Kiran"
        " Leena Manjit Meera Neha Nisha Parveen Pooja Priya Rekha Shreya Simran Sunita",
        "Ajay Amar Anil Arjun Ashok Balbir Gurdeep Harjit Jagdeep Kishan Kuldip Manoj Mohan Nikhil"
        " Parminder Prakash Rajesh Rakesh Ravi Rohan Sanjay Sukhdev Suresh Vijay Vikram",
        "Bains Bhatt Chauhan Desai Dhillon Gandhi Gill Grewal Joshi Kaur Lal Mehta Mistry Nair"
        " Parmar Patel Rana Rathod Sandhu Shah Sharma Sidhu Singh Solanki Verma",
    ),
    origin(
        4,
        "en bn",
        "Ayesha Farida Halima Jahanara Lubna Momtaz Nargis Nasima Rahela Rokeya Salma Shirin Sufia Sultana Taslima",
        "Abdul Anwar Faruk Habib Jamal Kamal Mahbub Mizan Motin Rafi Rashed Sajid Shafiq Shamim Tanvir",
        "Ahmed Begum Chowdhury Haque Hossain Islam Karim Khatun Miah Rahman Sarker Uddin",
    ),
    origin(
        6,
        "pl en",
        "Agnieszka Aleksandra Alicja Beata Dorota Ewa Ewelina Hanna Iwona Joanna Justyna Katarzyna"
        " Kinga Magda Małgorzata Marta Monika Ola Renata Zuzanna",
        "Adam Andrzej Bartek Damian Dawid Grzegorz Jakub Jarek Kamil Krzysztof Łukasz Maciej Marcin"
        " Mateusz Michał Paweł Piotr Rafał Tomasz Wojtek",
        "Adamczyk Bąk Dudek Kaczmarek Kamińska Kowalczyk Król Krawczyk Kubiak Lis Mazur Michalak"
        " Nowak Pająk Pawlak Sikora Stępień Szulc Walczak Wilk Wójcik Wróbel Zając Zięba",
    ),
    origin(
        4,
        "uk en",
        "Anastasiia Daryna Halyna Iryna Kateryna Khrystyna Larysa Liudmyla Mariia Nataliia Nina"
        " Oksana Olena Svitlana Tetiana Vira Yuliia Zoya",
        "Andrii Artem Bohdan Dmytro Ihor Ivan Kyrylo Maksym Mykola Oleh Oleksandr Pavlo Petro"
        " Serhii Taras Vasyl Vitalii Yurii",
        "Bondarenko Boyko Hryhorenko Ivanenko Koval Kovalenko Kravchenko Lysenko Marchenko"
        " Melnyk Moroz Oliinyk Petrenko Polishchuk Savchenko Shevchenko Tkachenko Zinchenko",
    ),
    origin(
        5,
        "ar en",
        "Abeer Amal Asmaa Dalia Dina Ghada Hala Hanan Iman Lama Layal Lina Maha Manal Muna Nour"
        " Rana Rasha Reem Salwa Samar Suhair Wafa Zainab",
        "Adnan Ahmad Amir Anas Basel Fadi Faris Ghassan Hani Hisham Ibrahim Karim Khalid Mahmoud"
        " Majid Marwan Mazen Nabil Omar Rami Samir Tarek Walid Yasser",
        "Abbas Aboud Al-Amin Al-Hakim Al-Masri Darwish Fares Haddad Hamdan Hariri Jaber Kassem"
        " Khoury Mansour Nasser Qasim Saleh Salem Sabbagh Shaheen Suleiman Youssef Zaher",
    ),
    origin(
        4,
        "so en",
        "Amina Asha Ayaan Faduma Fartun Hamdi Hibo Hodan Ifrah Ikraan Khadra Ladan Nimco Sahra Sagal Ubah Zamzam",
        "Abdi Abdirahman Ayanle Bashir Cabdi Dahir Farah Guled Hassan Idil Ismail Jama Liban"
        " Mahad Mukhtar Nuur Warsame",
        "Abdi Abdullahi Aden Ali Dirie Egal Elmi Farah Guled Hersi Isse Jama Mohamud Nur Omar"
        " Osman Samatar Warsame Yusuf",
    ),
    origin(
        5,
        "en",
        "Abigail Althea Beverley Camille Charmaine Claudette Cynthia Delores Enid Gloria Jacinth"
        " Joy Leonie Marcia Maxine Merle Monica Myrtle Novelette Pearl Shanice Sonia Tamika"
        " Venetia Yvonne",
        "Aaron Alvin Byron Carlton Clive Curtis Delroy Desmond Devon Donovan Errol Everton Jermaine"
        " Leroy Lloyd Marlon Neville Norris Orlando Reuben Rohan Tyrone Vincent Winston",
        "Bailey Blake Bogle Brown Campbell Clarke Cunningham Dacosta Douglas Facey Francis Gayle"
        " Gordon Grant Henry Hinds Joseph Lewin Miller Pinnock Reid Samuels Sinclair Walters",
    ),
    origin(
        4,
        "en fr",
        "Abena Ada Adaeze Adwoa Akosua Amara Ayo Bisi Chioma Efua Esi Folake Funmi Grace Ijeoma"
        " Kemi Mercy Ngozi Patience Precious Temi Yetunde",
        "Ade Akin Chidi Chinedu Emeka Emmanuel Femi Ikenna Jide Kofi Kojo Kwabena Kwame Kwesi"
        " Obinna Olu Samson Segun Tobi Tunde Uche Yaw",
        "Abiola Acheampong Addo Adeyemi Agyeman Asante Balogun Boateng Danso Eze Mensah Nwosu"
        " Obi Okafor Okeke Okonkwo Oladipo Osei Owusu Sarpong Tetteh",
    ),
    origin(
        2,
        "zh en",
        "Fang Hui Jing Lan Lin Mei Ming Ping Wai-Ling Xia Xin Yan Ying Yuk",
        "Bo Chi-Wai Hao Jun Ka-Ming Kai Kin Lei Tao Wai Wei Yang Yu Zhen",
        "Chan Chen Cheung Ho Lam Lau Leung Li Lin Liu Ng Tang Wang Wong Wu Yip Zhang",
    ),
    origin(
        2,
        "ro en",
        "Alina Ana Andreea Bianca Carmen Corina Cristina Daniela Elena Florina Gabriela Ioana Mihaela Raluca Simona",
        "Adrian Alexandru Andrei Bogdan Ciprian Cosmin Cătălin Florin Gabriel Ionuț Mihai Radu Ștefan Sorin Vlad",
        "Albu Balan Ciobanu Constantin Dobre Dumitru Ionescu Lupu Marin Matei Munteanu Popa"
        " Popescu Rusu Stan Stoica Toma Vasile",
    ),
)

# Given names that sit well with somebody who describes their gender another way.
ANY_GENDER: tuple[str, ...] = tuple(
    "Alex Ari Ash Bay Billie Blake Bryn Casey Charlie Eden Ellis Finch Frankie Jamie Jay Jude Kit"
    " Lake Max Morgan Nico Noa Oakley Pip Quinn Rain Remy Riley Robin Rowan Sacha Sage Sky Sol Sunny"
    " Tal Wren".split()
)
