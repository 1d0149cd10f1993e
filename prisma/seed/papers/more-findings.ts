import type { Findings } from './findings.ts';

/** What the last six papers of the demo say. They are invented. */
export const MORE_FINDINGS: readonly Findings[] = [
  // Bundled contracts in broadband
  [
    [
      'It asks whether bundles of internet and television make customers better or worse off.',
      'We ask whether households gain or lose when internet and television are sold in one contract only.',
    ],
    [
      'Towns in which a rule forbade bundles for two years.',
      'A rule that forbade bundles in some towns for two years gives us the variation that we need.',
    ],
    [
      'Monthly bills of 52,000 households with one of three providers, from 2009 to 2013.',
      'Monthly bills of 52,000 households with one of three providers between 2009 and 2013 make up the sample.',
    ],
    [
      'A model of demand with tastes that differ between households, fitted by the method of moments.',
      'Demand with tastes that differ between households is fitted by the method of moments.',
    ],
    [
      'Other weights of the moments change the gain by less than a dollar.',
      'Under other weights of the moments the gain changes by less than one dollar a month.',
    ],
    [
      'Without bundles the average household would pay 6.20 dollars a month less.',
      'Were bundles forbidden everywhere, the average household would pay 6.20 dollars a month less.',
    ],
    [
      'The choice of providers to lay new lines is taken as given.',
      'We take as given where providers lay new lines, although bundles may pay for some of them.',
    ],
  ],
  // Local projections with many instruments
  [
    [
      'It asks how to estimate local projections when there are many weak instruments.',
      'This note asks how local projections should be estimated when instruments are many and weak.',
    ],
    [
      'Instruments are ranked by how well they predict the shock outside of the sample.',
      'Instruments are ranked by how well they predict the shock outside of the sample in which they are used.',
    ],
    [
      'Simulated series of 240 months, and monthly figures of the United Kingdom from 1985 to 2019.',
      'We use simulated series of 240 months and monthly figures of the United Kingdom from 1985 to 2019.',
    ],
    [
      'A shrinkage estimator in the first stage and least squares in the second.',
      'The first stage is estimated by shrinkage and the second by least squares.',
    ],
    [
      'The coverage of the intervals stays near 90 percent when the number of instruments doubles.',
      'When the number of instruments doubles, the coverage of the intervals stays near 90 percent.',
    ],
    [
      'With more than thirty instruments shrinkage halves the bias of the usual estimator.',
      'With more than thirty instruments shrinkage halves the bias of the usual estimator at every horizon.',
    ],
    [
      'Nothing is said about series with breaks.',
      'Series with breaks are outside of the scope of this note.',
    ],
  ],
  // Calorie labels
  [
    [
      'It asks whether guests of restaurants order other dishes once calories stand on the menu.',
      'The paper asks whether guests order other dishes once calories are printed on the menu.',
    ],
    [
      'One chain put labels up in half of its restaurants, chosen by lot.',
      'One chain printed labels in half of its restaurants, which were chosen by lot.',
    ],
    [
      'Receipts of 3.1 million meals in 214 restaurants during 2011.',
      'We have the receipts of 3.1 million meals in 214 restaurants during 2011.',
    ],
    [
      'Means of restaurants with and without labels are compared by week.',
      'The means of restaurants with and without labels are compared week by week.',
    ],
    [
      'Results for lunch and for dinner do not differ.',
      'The results for lunch do not differ from those for dinner.',
    ],
    [
      'Labels cut a meal by 41 calories, nearly all of it in drinks.',
      'Labels reduce the average meal by 41 calories, and nearly all of the reduction is in drinks.',
    ],
    [
      'What guests ate elsewhere on the same day is not known.',
      'What guests ate elsewhere on the same day is not known to us.',
    ],
  ],
  // Sovereign spreads
  [
    [
      'It asks whether countries pay more when more of their debt is short.',
      'Do countries pay higher spreads when a larger part of their debt falls due within a year, we ask.',
    ],
    [
      'Redemptions that were fixed ten years before, when nobody knew of the crisis.',
      'Redemptions that were fixed ten years earlier are independent of the news of the day.',
    ],
    [
      'Spreads and debt by maturity of 34 countries, quarter by quarter from 1996 to 2014.',
      'The panel holds spreads and debt by maturity of 34 countries for each quarter from 1996 to 2014.',
    ],
    [
      'A panel regression with effects of country and quarter.',
      'We estimate a panel regression with effects of country and of quarter.',
    ],
    [
      'Leaving out any one country moves the coefficient by less than a tenth.',
      'Leaving out any one country moves the coefficient by less than a tenth of its size.',
    ],
    [
      'Ten points more of short debt raise the spread by 22 basis points in calm and 75 in crises.',
      'Ten percentage points more of short debt raise the spread by 22 basis points in calm times and by 75 in a crisis.',
    ],
    [
      'Debt owed to other governments is not in the figures.',
      'Debt that is owed to other governments is not in the figures.',
    ],
  ],
  // Variance breaks
  [
    [
      'It asks how to find the dates at which the variance of a return changes.',
      'We ask how the dates at which the variance of a return changes can be found when their number is unknown.',
    ],
    [
      'The largest gap between the cumulative sum of squares and a straight line marks a break.',
      'A break is placed where the gap between the cumulative sum of squares and a straight line is largest.',
    ],
    [
      'Weekly returns of nine commodities, from 1983 to 2010.',
      'The test is applied to weekly returns of nine commodities from 1983 to 2010.',
    ],
    [
      'Breaks are found one by one, and each is tested again given the others.',
      'Breaks are found one by one, and each of them is tested again given all others.',
    ],
    [
      'Under fat tails the test finds too many breaks unless its limits are raised.',
      'Under fat tails the test finds too many breaks unless its critical values are raised.',
    ],
    [
      'Copper has four breaks, wheat two, and gold none after 1985.',
      'We find four breaks for copper, two for wheat, and none for gold after 1985.',
    ],
    [
      'Breaks that lie closer than thirty weeks cannot be told apart.',
      'Two breaks that lie less than thirty weeks apart cannot be told from one.',
    ],
  ],
  // Trade credit networks
  [
    [
      'It asks how far a default spreads through unpaid bills between firms.',
      'How far does the default of one firm spread through the unpaid bills that it leaves behind, we ask.',
    ],
    [
      'Defaults after floods that hit a customer and not its suppliers.',
      'Floods that hit a customer but none of its suppliers give us defaults from outside of the network.',
    ],
    [
      'Unpaid bills between 61,000 firms, month by month from 2014 to 2021.',
      'We observe unpaid bills between 61,000 firms for each month from 2014 to 2021.',
    ],
    [
      'A model of contagion whose rate is fitted to how bills fall due.',
      'The rate of contagion is fitted to the months in which bills fall due.',
    ],
    [
      'Networks in which links are drawn anew by lot show no such spread.',
      'In networks whose links are drawn anew by lot no such spread is found.',
    ],
    [
      'One default causes 0.31 further ones within a year, most of them one step away.',
      'One default causes 0.31 further defaults within a year, and most of them are one step away.',
    ],
    [
      'Bills that were paid in cash leave no trace.',
      'Bills that were paid in cash leave no trace in the data.',
    ],
  ],
];
