   ZCZC EPA
%SEL ABC
$J
:
:Harbour Board
*X
Ferry to return before winter

Thu 7 November 2024

The ferry will be back.

"We waited long," Ruth Alder said.

NNNN
