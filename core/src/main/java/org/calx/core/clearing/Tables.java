package org.calx.core.clearing;

import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;

/** Everything that counting an account anew looks at or changes. */
record Tables(
        Products products,
        Instruments instruments,
        Accounts accounts,
        Positions positions,
        MarginAccounts margins,
        AccountTotals totals,
        Credits credits,
        OrderTerms terms,
        Contributions contributions,
        WorkingOrders workingOrders) {}
