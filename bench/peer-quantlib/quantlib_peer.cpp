// QuantLib's Black-76 and implied volatilities, the peer that `./calx bench pricing` asks for its turns over a pipe.
//
// Standard input: the number of options; for each a line "call|put forward strike expiryYears volatility rate undiscountedPrice";
// then requests "CASE SECONDS". Standard output, a line each: the library's name; for every request the sum of what one batch
// computed and, batch by batch, the nanoseconds per option. A batch is all options.

#include <ql/pricingengines/blackcalculator.hpp>
#include <ql/pricingengines/blackformula.hpp>
#include <ql/version.hpp>

#include <chrono>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

// The loosest power of ten that has every volatility of the sample within 1e-9; the solver by Newton takes twice as long for that.
constexpr double ACCURACY = 1e-10;

// The root of time and the discount factor are computed before the clock runs, as ours are.
struct EuropeanOption {
    QuantLib::Option::Type type;
    double forward, strike, expiryYears, volatility, undiscounted, rootExpiry, discount;
};

std::vector<EuropeanOption> readOptions(std::istream& input) {
    std::size_t count = 0;
    input >> count;
    std::vector<EuropeanOption> options(count);
    for (EuropeanOption& option : options) {
        std::string type;
        double rate = 0;
        input >> type >> option.forward >> option.strike >> option.expiryYears >> option.volatility >> rate >> option.undiscounted;
        option.type = type == "call" ? QuantLib::Option::Call : QuantLib::Option::Put;
        option.rootExpiry = std::sqrt(option.expiryYears);
        option.discount = std::exp(-rate * option.expiryYears);
    }
    if (!input || options.empty()) {
        throw std::invalid_argument("options that cannot be read");
    }
    return options;
}

// Discounted value, delta, gamma and vega by the forward, theta per year; with the forward as the spot theta has no drift.
double blackFive(const EuropeanOption& option) {
    QuantLib::BlackCalculator black(
        option.type, option.strike, option.forward, option.volatility * option.rootExpiry, option.discount);
    return black.value() + black.deltaForward() + black.gammaForward() + black.vega(option.expiryYears)
        + black.theta(option.forward, option.expiryYears);
}

double impliedVolatility(const EuropeanOption& option) {
    return QuantLib::blackFormulaImpliedStdDevLiRS(
               option.type, option.strike, option.forward, option.undiscounted, 1, 0, QuantLib::Null<double>(), 1, ACCURACY)
        / option.rootExpiry;
}

template <class Work>
void run(const std::vector<EuropeanOption>& options, double seconds, Work work) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> nsPerOption;
    double sum = 0;
    auto now = Clock::now();
    const auto end = now + std::chrono::duration<double>(seconds);
    do {
        sum = 0;
        for (const EuropeanOption& option : options) {
            sum += work(option);
        }
        const auto done = Clock::now();
        nsPerOption.push_back(std::chrono::duration<double, std::nano>(done - now).count() / options.size());
        now = done;
    } while (now < end);
    std::cout << std::setprecision(17) << sum << std::setprecision(6);
    for (double ns : nsPerOption) {
        std::cout << ' ' << ns;
    }
    std::cout << std::endl;
}

void answerRequests(std::istream& input, const std::vector<EuropeanOption>& options) {
    std::string request;
    double seconds = 0;
    while (input >> request >> seconds) {
        if (request == "black76-five") {
            run(options, seconds, blackFive);
        } else if (request == "implied-volatility") {
            run(options, seconds, impliedVolatility);
        } else {
            throw std::invalid_argument("unknown case " + request);
        }
    }
}

} // namespace

int main() {
    try {
        const std::vector<EuropeanOption> options = readOptions(std::cin);
        std::cout << "quantlib-" QL_VERSION " (C++, g++ " __VERSION__ ")" << std::endl;
        answerRequests(std::cin, options);
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << std::endl;
        return 1;
    }
}
