/** Types of schema.org, FOAF, vCard and GoodRelations that are persons, by the last part of their names. */
export function isPersonType(type: string): boolean {
  return type === 'Person' || type === 'Patient';
}

/** Organisations, by schema.org's tree below Organization: what their names have in common, and those that share nothing. */
export function isCompanyType(type: string): boolean {
  return alike.test(type) || others.has(type);
}

const alike =
  /(?:Organi[sz]ation|Corporation|Business|BusinessEntity|Store|Restaurant|Shop|School|Office|Agency|Clinic|Dealer|Repair|Salon|Club|Contractor|Team|Company|Establishment|Parlor|Rental|Care|(?:Emergency|Financial|Legal|Professional|Accounting)Service|(?:Police|Fire|Gas|Radio|Television)Station|(?:Dance|Music|Theater|Performing)Group)$/;

const others = new Set(
  (
    'Airline Consortium Cooperative FundingScheme LibrarySystem NGO PoliticalParty Project ResearchProject WorkersUnion ' +
    'CollegeOrUniversity Preschool Dentist DiagnosticLab Hospital CovidTestingFacility Pharmacy Physician AnimalShelter ' +
    'DryCleaningOrLaundry InternetCafe Library RealEstateAgent RecyclingCenter SelfStorage ShoppingCenter ' +
    'TouristInformationCenter AutoWash AdultEntertainment AmusementPark ArtGallery Casino MovieTheater AutomatedTeller ' +
    'BankOrCreditUnion Bakery BarOrPub Brewery CafeOrCoffeeShop Distillery Winery DaySpa Electrician HousePainter Locksmith ' +
    'Plumber Attorney Notary BedAndBreakfast Campground Hostel Hotel Motel Resort SkiResort CommunityHealth Dermatology ' +
    'DietNutrition Emergency Geriatric Gynecologic Midwifery Nursing Obstetric Oncologic Optician Optometric ' +
    'Otolaryngologic Pediatric Physiotherapy PlasticSurgery Podiatric Psychiatric PublicHealth SportsActivityLocation ' +
    'BowlingAlley ExerciseGym GolfCourse PublicSwimmingPool StadiumOrArena TennisComplex Florist'
  ).split(' '),
);
