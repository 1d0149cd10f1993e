/** What a paper says on each subject of the question set, in its order: the answer, and the sentence that holds it. */
export type Findings = readonly (readonly [answer: string, sentence: string])[];

/** What the first six papers of the demo say. They are invented. */
export const FINDINGS: readonly Findings[] = [
  // Minimum wages and firm entry
  [
    [
      'It asks whether a higher minimum wage keeps new firms out of a regional labor market.',
      'We ask whether a higher minimum wage discourages the entry of new firms, and in which regions it does so most.',
    ],
    [
      'Pairs of counties on two sides of a state border, of which one raised its minimum wage.',
      'Identification comes from pairs of neighbouring counties that lie on two sides of a state border when only one state raises its minimum wage.',
    ],
    [
      'A register of 412,000 new firms in 318 counties, from 2004 to 2016.',
      'Our register covers 412,000 new firms in 318 counties between 2004 and 2016.',
    ],
    [
      'A regression of log entry on the log minimum wage with effects of pair and quarter; errors are clustered by state.',
      'We regress the log of entry on the log minimum wage with pair and quarter effects and cluster the errors by state.',
    ],
    [
      'A placebo three years before each rise, and a sample without the counties on a coast; both leave the result as it is.',
      'Neither a placebo three years before each rise nor the removal of coastal counties changes the estimate.',
    ],
    [
      'A rise of ten percent lowers entry by 2.1 percent, and by 4 percent in restaurants.',
      'A rise of ten percent in the minimum wage lowers the entry of firms by 2.1 percent, and that of restaurants by 4 percent.',
    ],
    [
      'Firms that never register are not observed, so informal entry may have grown.',
      'Because firms that never register are not observed, we cannot exclude that informal entry has grown.',
    ],
  ],
  // Monetary policy and credit
  [
    [
      'It asks how a surprise in monetary policy moves the price of credit at each maturity.',
      'The question is how a surprise in monetary policy moves the price of corporate credit at each maturity.',
    ],
    [
      'Changes of futures prices in the thirty minutes around an announcement.',
      'We take the change of futures prices within thirty minutes around each announcement as the surprise.',
    ],
    [
      'Daily quotes of 1,940 corporate bonds around 128 announcements, from 2001 to 2018.',
      'The sample holds daily quotes of 1,940 corporate bonds around 128 announcements from 2001 to 2018.',
    ],
    [
      'Local projections for horizons of up to sixty days, with errors that allow for overlap.',
      'Responses are estimated by local projections for horizons of up to sixty days with errors that allow for overlap.',
    ],
    [
      'Leaving out the announcements of 2008 and 2009 makes the long end a little weaker and nothing else.',
      'Without the announcements of 2008 and 2009 the response of the long end is a little weaker and all else is the same.',
    ],
    [
      'A surprise of 25 basis points raises spreads at two years by 14 basis points and at ten years by 5.',
      'A surprise of 25 basis points raises credit spreads by 14 basis points at two years and by 5 at ten years.',
    ],
    [
      'Bonds that are seldom traded have old quotes, which hides part of the response.',
      'Quotes of bonds that are seldom traded are old, and part of the response is hidden by them.',
    ],
  ],
  // Price dispersion and search
  [
    [
      'It asks how much of the spread of prices for one good is due to the cost of search.',
      'How much of the spread of prices for one and the same good can be traced to the cost of search is our question.',
    ],
    [
      'A change of the order in which a price comparison site shows its offers.',
      'A price comparison site changed the order of its offers overnight, which moved the cost of search and nothing else.',
    ],
    [
      'Clicks and purchases of 96,000 visitors who looked for one of 40 printers in 2012.',
      'We observe the clicks and purchases of 96,000 visitors who looked for one of 40 printers in 2012.',
    ],
    [
      'Maximum likelihood of a model of sequential search, with the reservation price as the only unknown.',
      'The model of sequential search is estimated by maximum likelihood with the reservation price as its only unknown.',
    ],
    [
      'The estimates hold when visitors who bought nothing are left out.',
      'The estimates hold when visitors who bought nothing are left out of the likelihood.',
    ],
    [
      'The median cost of one more look is 0.87 dollars, and search explains two thirds of the spread.',
      'The median cost of one more look is 0.87 dollars, and the cost of search explains two thirds of the spread of prices.',
    ],
    [
      'Loyalty to a shop cannot be told from a high cost of search.',
      'With one purchase for each visitor, loyalty to a shop cannot be told apart from a high cost of search.',
    ],
  ],
  // Carbon taxes along supply chains
  [
    [
      'It asks who along a supply chain bears a tax on carbon.',
      'This paper asks who along a supply chain bears a tax that is levied on carbon at its source.',
    ],
    [
      'Firms that buy from taxed suppliers are compared with firms of the same branch that buy abroad.',
      'We compare firms that buy from taxed suppliers with firms of the same branch that buy the same input abroad.',
    ],
    [
      'Invoices between 27,000 firms in one country, from 2010 to 2019.',
      'The data are invoices between 27,000 firms in one country from 2010 to 2019.',
    ],
    [
      'An event study around the introduction of the tax, with weights for the size of a firm.',
      'We run an event study around the introduction of the tax and weight firms by their size.',
    ],
    [
      'The result holds for short and for long chains, and without the steel industry.',
      'The result holds for short and for long chains and does not rest on the steel industry.',
    ],
    [
      'Suppliers bear 38 percent of the tax, the firms in the middle 9 percent, and consumers 53 percent.',
      'Of the tax, suppliers bear 38 percent, the firms in the middle of the chain 9 percent, and consumers the remaining 53 percent.',
    ],
    [
      'Imports are seen in total only, so shifts between foreign suppliers stay hidden.',
      'Since imports are recorded in total only, shifts between foreign suppliers remain hidden from us.',
    ],
  ],
  // Bank branches and small business lending
  [
    [
      'It asks whether small firms lose credit when the nearest bank branch closes.',
      'We study whether small firms lose access to credit when the nearest branch of a bank closes.',
    ],
    [
      'Branches that closed because two distant banks merged, which has nothing to do with local demand.',
      'Closures that follow the merger of two distant banks are unrelated to local demand and serve as our variation.',
    ],
    [
      'Loans to firms with fewer than fifty workers in 2,350 towns, from 1999 to 2014.',
      'We use loans to firms with fewer than fifty workers in 2,350 towns between 1999 and 2014.',
    ],
    [
      'Difference in differences between towns with and without a closure, matched by income and size.',
      'Towns with a closure are matched to towns without one by income and size and compared by difference in differences.',
    ],
    [
      'Closures that were announced and then called off have no effect.',
      'Closures that were announced and later called off have no effect on lending.',
    ],
    [
      'New loans to small firms fall by 13 percent and stay there for six years.',
      'After a closure new loans to small firms fall by 13 percent and do not recover within six years.',
    ],
    [
      'Loans by lenders without branches, such as those online, are missing.',
      'Loans by lenders that have no branches, such as those online, are missing from the data.',
    ],
  ],
  // Schooling and migration
  [
    [
      'It asks what those who stay where they grew up earn from schooling, compared with those who leave.',
      'Do people who stay where they grew up earn less from a year of schooling than those who leave, we ask.',
    ],
    [
      'Distance to the nearest college at the age of fourteen.',
      'We use the distance to the nearest college at the age of fourteen as an instrument for schooling.',
    ],
    [
      'A survey of 18,600 people born from 1960 to 1979, asked every two years.',
      'Our survey follows 18,600 people born between 1960 and 1979 and asks them every two years.',
    ],
    [
      'Two stage least squares, with the choice to leave modelled by a control function.',
      'Returns are estimated by two stage least squares with a control function for the choice to leave.',
    ],
    [
      'Other distances, and a sample of siblings, give nearly the same.',
      'Measures of distance by road and a sample of siblings give nearly the same returns.',
    ],
    [
      'A year of schooling raises earnings by 6.4 percent for those who stay and 8.9 percent for those who leave.',
      'One more year of schooling raises earnings by 6.4 percent for those who stay and by 8.9 percent for those who leave.',
    ],
    [
      'Those who left the country are not followed.',
      'People who left the country are not followed by the survey, and the gap may be larger with them.',
    ],
  ],
];
