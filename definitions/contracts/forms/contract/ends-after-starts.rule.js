// True when the dates are in order. A contract without an end runs until it is terminated.
isEmpty(startsOn) || isEmpty(endsOn) || endsOn >= startsOn
