ZCZC EPA
$J
:Harbour Board
Ferry to return

7 November 2024

The ferry will be back.
NNNN
ZCZC EPA
$J
Bridge opens

8 November 2024

The bridge is open.
NNNN
